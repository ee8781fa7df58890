import fc from 'fast-check';

/** The same inputs at every run, so that a red test is red again; `FC_SEED=random` looks for new ones. */
const { FC_SEED } = process.env;
if (FC_SEED !== 'random') fc.configureGlobal({ seed: Number(FC_SEED ?? 1997) });
