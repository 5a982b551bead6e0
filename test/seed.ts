import fc from 'fast-check';

/**
 * Every run draws the same random examples, so that a failure repeats and a check that enough was drawn cannot fail by chance.
 * PLUMBLINE_TEST_SEED names other examples: a whole number.
 */
fc.configureGlobal({ seed: Number(process.env.PLUMBLINE_TEST_SEED ?? 20261129) });
