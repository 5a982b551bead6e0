import type { DriverLevels } from './trueWeights.ts';

/** One month of an account: the hidden truth, and what product analytics counted. */
export interface AccountMonth {
  /** Month-end, `YYYY-MM-DD`. */
  date: string;
  levels: DriverLevels;
  /** 0..1. */
  health: number;
  licensedUsers: number;
  weeklyActiveUsers: number;
  coreFeaturesUsed: number;
  sessions: number;
  sessionMinutes: number;
}

export interface Contract {
  id: string;
  from: string;
  /** Last day it holds. */
  to: string;
  kind: 'base' | 'add-on';
  /** EUR a year. */
  annualValue: number;
}

/** All that happened to one account, before it is written down (and before anything goes wrong in writing it down). */
export interface AccountHistory {
  index: number;
  id: string;
  name: string;
  industry: string;
  size: 'Small' | 'Mid-market' | 'Enterprise';
  region: string;
  plan: 'Basic' | 'Plus' | 'Premium';
  owner: string;
  type: 'Customer' | 'Trial' | 'Test' | 'Internal';
  startedOn: string;
  endedOn: string | null;
  /** Per cent off the list price; has no part in the truth. */
  discount: number;
  months: AccountMonth[];
  contracts: Contract[];
  outcomes: { date: string; kind: 'churned' | 'expanded'; reason: string; annualChange: number }[];
  tickets: {
    id: string;
    openedAt: string;
    closedAt: string;
    severity: string;
    subject: string;
    resolutionHours: number;
    csat: number | null;
  }[];
  invoices: { id: string; contractId: string; issuedOn: string; dueOn: string; paidOn: string; amount: number; daysLate: number }[];
  surveys: { id: string; answeredOn: string; nps: number; comment: string }[];
  /** Today's in-house score: mostly logins, blind to money and service. */
  scores: { scoredOn: string; score: number; rating: string }[];
  interventions: { date: string; kind: string }[];
}
