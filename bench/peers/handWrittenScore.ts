/**
 * The model of bench/scoring.ts as somebody who knows DuckDB well would write it by hand: weights multiplied into the curves, nothing
 * computed twice, floats throughout. The fastest of several forms that were tried.
 */
export const handWrittenScore = `
  with groups as not materialized (
    select account_id,
      case when m1 < 50e0 then 30e0 when m1 < 70e0 then 70e0 when m1 is not null then 100e0 else 0e0 end
        + case when m2 <= 10e0 then 0e0 when m2 >= 90e0 then 300e0 when m2 is not null then (m2 - 10e0) * 3.75e0 else 0e0 end
        + case when m3 < 50e0 then 150e0 when m3 < 70e0 then 350e0 when m3 is not null then 500e0 else 0e0 end
        + case when m4 <= 10e0 then 0e0 when m4 >= 90e0 then 200e0 when m4 is not null then (m4 - 10e0) * 2.5e0 else 0e0 end as n0,
      case when m1 is null then 0e0 else 1e0 end + case when m2 is null then 0e0 else 3e0 end + case when m3 is null then 0e0 else 5e0 end + case when m4 is null then 0e0 else 2e0 end as k0,
      case when m1 is null then 30e0 else 0e0 end + case when m3 is null then 150e0 else 0e0 end as l0,
      case when m5 < 50e0 then 120e0 when m5 < 70e0 then 280e0 when m5 is not null then 400e0 else 0e0 end
        + case when m6 <= 10e0 then 0e0 when m6 >= 90e0 then 100e0 when m6 is not null then (m6 - 10e0) * 1.25e0 else 0e0 end
        + case when m7 < 50e0 then 90e0 when m7 < 70e0 then 210e0 when m7 is not null then 300e0 else 0e0 end
        + case when m8 <= 10e0 then 0e0 when m8 >= 90e0 then 500e0 when m8 is not null then (m8 - 10e0) * 6.25e0 else 0e0 end as n1,
      case when m5 is null then 0e0 else 4e0 end + case when m6 is null then 0e0 else 1e0 end + case when m7 is null then 0e0 else 3e0 end + case when m8 is null then 0e0 else 5e0 end as k1,
      case when m5 is null then 120e0 else 0e0 end + case when m7 is null then 90e0 else 0e0 end as l1,
      case when m9 < 50e0 then 60e0 when m9 < 70e0 then 140e0 when m9 is not null then 200e0 else 0e0 end
        + case when m10 <= 10e0 then 0e0 when m10 >= 90e0 then 400e0 when m10 is not null then (m10 - 10e0) * 5e0 else 0e0 end
        + case when m11 < 50e0 then 30e0 when m11 < 70e0 then 70e0 when m11 is not null then 100e0 else 0e0 end
        + case when m12 <= 10e0 then 0e0 when m12 >= 90e0 then 300e0 when m12 is not null then (m12 - 10e0) * 3.75e0 else 0e0 end as n2,
      case when m9 is null then 0e0 else 2e0 end + case when m10 is null then 0e0 else 4e0 end + case when m11 is null then 0e0 else 1e0 end + case when m12 is null then 0e0 else 3e0 end as k2,
      case when m9 is null then 60e0 else 0e0 end + case when m11 is null then 30e0 else 0e0 end as l2,
      case when m13 < 50e0 then 150e0 when m13 < 70e0 then 350e0 when m13 is not null then 500e0 else 0e0 end
        + case when m14 <= 10e0 then 0e0 when m14 >= 90e0 then 200e0 when m14 is not null then (m14 - 10e0) * 2.5e0 else 0e0 end
        + case when m15 < 50e0 then 120e0 when m15 < 70e0 then 280e0 when m15 is not null then 400e0 else 0e0 end
        + case when m16 <= 10e0 then 0e0 when m16 >= 90e0 then 100e0 when m16 is not null then (m16 - 10e0) * 1.25e0 else 0e0 end as n3,
      case when m13 is null then 0e0 else 5e0 end + case when m14 is null then 0e0 else 2e0 end + case when m15 is null then 0e0 else 4e0 end + case when m16 is null then 0e0 else 1e0 end as k3,
      case when m13 is null then 150e0 else 0e0 end + case when m15 is null then 120e0 else 0e0 end as l3,
      case when m17 < 50e0 then 90e0 when m17 < 70e0 then 210e0 when m17 is not null then 300e0 else 0e0 end
        + case when m18 <= 10e0 then 0e0 when m18 >= 90e0 then 500e0 when m18 is not null then (m18 - 10e0) * 6.25e0 else 0e0 end
        + case when m19 < 50e0 then 60e0 when m19 < 70e0 then 140e0 when m19 is not null then 200e0 else 0e0 end
        + case when m20 <= 10e0 then 0e0 when m20 >= 90e0 then 400e0 when m20 is not null then (m20 - 10e0) * 5e0 else 0e0 end as n4,
      case when m17 is null then 0e0 else 3e0 end + case when m18 is null then 0e0 else 5e0 end + case when m19 is null then 0e0 else 2e0 end + case when m20 is null then 0e0 else 4e0 end as k4,
      case when m17 is null then 90e0 else 0e0 end + case when m19 is null then 60e0 else 0e0 end as l4,
      case when m21 < 50e0 then 30e0 when m21 < 70e0 then 70e0 when m21 is not null then 100e0 else 0e0 end
        + case when m22 <= 10e0 then 0e0 when m22 >= 90e0 then 300e0 when m22 is not null then (m22 - 10e0) * 3.75e0 else 0e0 end
        + case when m23 < 50e0 then 150e0 when m23 < 70e0 then 350e0 when m23 is not null then 500e0 else 0e0 end
        + case when m24 <= 10e0 then 0e0 when m24 >= 90e0 then 200e0 when m24 is not null then (m24 - 10e0) * 2.5e0 else 0e0 end as n5,
      case when m21 is null then 0e0 else 1e0 end + case when m22 is null then 0e0 else 3e0 end + case when m23 is null then 0e0 else 5e0 end + case when m24 is null then 0e0 else 2e0 end as k5,
      case when m21 is null then 30e0 else 0e0 end + case when m23 is null then 150e0 else 0e0 end as l5,
      case when m25 < 50e0 then 120e0 when m25 < 70e0 then 280e0 when m25 is not null then 400e0 else 0e0 end
        + case when m26 <= 10e0 then 0e0 when m26 >= 90e0 then 100e0 when m26 is not null then (m26 - 10e0) * 1.25e0 else 0e0 end
        + case when m27 < 50e0 then 90e0 when m27 < 70e0 then 210e0 when m27 is not null then 300e0 else 0e0 end
        + case when m28 <= 10e0 then 0e0 when m28 >= 90e0 then 500e0 when m28 is not null then (m28 - 10e0) * 6.25e0 else 0e0 end as n6,
      case when m25 is null then 0e0 else 4e0 end + case when m26 is null then 0e0 else 1e0 end + case when m27 is null then 0e0 else 3e0 end + case when m28 is null then 0e0 else 5e0 end as k6,
      case when m25 is null then 120e0 else 0e0 end + case when m27 is null then 90e0 else 0e0 end as l6,
      case when m29 < 50e0 then 60e0 when m29 < 70e0 then 140e0 when m29 is not null then 200e0 else 0e0 end
        + case when m30 <= 10e0 then 0e0 when m30 >= 90e0 then 400e0 when m30 is not null then (m30 - 10e0) * 5e0 else 0e0 end
        + case when m31 < 50e0 then 30e0 when m31 < 70e0 then 70e0 when m31 is not null then 100e0 else 0e0 end
        + case when m32 <= 10e0 then 0e0 when m32 >= 90e0 then 300e0 when m32 is not null then (m32 - 10e0) * 3.75e0 else 0e0 end as n7,
      case when m29 is null then 0e0 else 2e0 end + case when m30 is null then 0e0 else 4e0 end + case when m31 is null then 0e0 else 1e0 end + case when m32 is null then 0e0 else 3e0 end as k7,
      case when m29 is null then 60e0 else 0e0 end + case when m31 is null then 30e0 else 0e0 end as l7
    from observations
  ),
  dimensions as not materialized (
    select account_id,
      n0 / nullif(k0, 0e0) as v0,
      n1 / nullif(k1, 0e0) as v1,
      n2 / nullif(k2, 0e0) as v2,
      n3 / nullif(k3, 0e0) as v3,
      n4 / nullif(k4, 0e0) as v4,
      n5 / nullif(k5, 0e0) as v5,
      n6 / nullif(k6, 0e0) as v6,
      n7 / nullif(k7, 0e0) as v7,
      0.012727272727272726e0 * k0 + 0.01615384615384615e0 * k1 + 0.01e0 * k2 + 0.012499999999999999e0 * k3 + 0.0071428571428571435e0 * k4 + 0.013636363636363636e0 * k5 + 0.004615384615384615e0 * k6 + 0.009e0 * k7 as coverage,
      0.012727272727272726e0 * (n0 + l0) + 0.01615384615384615e0 * (n1 + l1) + 0.01e0 * (n2 + l2) + 0.012499999999999999e0 * (n3 + l3) + 0.0071428571428571435e0 * (n4 + l4) + 0.013636363636363636e0 * (n5 + l5) + 0.004615384615384615e0 * (n6 + l6) + 0.009e0 * (n7 + l7) as low,
      0.012727272727272726e0 * (n0 + 100e0 * (11e0 - k0)) + 0.01615384615384615e0 * (n1 + 100e0 * (13e0 - k1)) + 0.01e0 * (n2 + 100e0 * (10e0 - k2)) + 0.012499999999999999e0 * (n3 + 100e0 * (12e0 - k3)) + 0.0071428571428571435e0 * (n4 + 100e0 * (14e0 - k4)) + 0.013636363636363636e0 * (n5 + 100e0 * (11e0 - k5)) + 0.004615384615384615e0 * (n6 + 100e0 * (13e0 - k6)) + 0.009e0 * (n7 + 100e0 * (10e0 - k7)) as high
    from groups
  ),
  whole as not materialized (
    select account_id, coverage, low, high,
      (2e0 * coalesce(v0, 0e0) + 3e0 * coalesce(v1, 0e0)) / nullif(case when v0 is null then 0e0 else 2e0 end + case when v1 is null then 0e0 else 3e0 end, 0e0) as u0,
      (2e0 * coalesce(v2, 0e0) + 3e0 * coalesce(v3, 0e0)) / nullif(case when v2 is null then 0e0 else 2e0 end + case when v3 is null then 0e0 else 3e0 end, 0e0) as u1,
      (2e0 * coalesce(v4, 0e0) + 3e0 * coalesce(v5, 0e0)) / nullif(case when v4 is null then 0e0 else 2e0 end + case when v5 is null then 0e0 else 3e0 end, 0e0) as u2,
      (2e0 * coalesce(v6, 0e0) + 3e0 * coalesce(v7, 0e0)) / nullif(case when v6 is null then 0e0 else 2e0 end + case when v7 is null then 0e0 else 3e0 end, 0e0) as u3
    from dimensions
  ),
  scores as not materialized (
    select account_id, coverage, low, high,
      case when coverage >= 0.499999999e0 then (35e0 * coalesce(u0, 0e0) + 25e0 * coalesce(u1, 0e0) + 25e0 * coalesce(u2, 0e0) + 15e0 * coalesce(u3, 0e0))
        / nullif(case when u0 is null then 0e0 else 35e0 end + case when u1 is null then 0e0 else 25e0 end + case when u2 is null then 0e0 else 25e0 end + case when u3 is null then 0e0 else 15e0 end, 0e0) end as score
    from whole
  )
  select account_id, score, coverage, low, high,
    case when score >= 79.9995e0 then 'green' when score >= 59.9995e0 then 'yellow' when score is not null then 'red' else 'withheld' end as band
  from scores
`;
