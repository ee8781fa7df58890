#!/usr/bin/env node
import { join } from 'node:path';
import { loadKept } from './host/kept-code.ts';
import { writeShortAnswer } from './host/short-answer.ts';
import type { runProgram } from './program.ts';
import { version } from './version.ts';

/** Stands in this file, which Node itself loads: code that was kept cannot import. */
const importAddress = (address: string): Promise<unknown> => import(address);

const args = process.argv.slice(2);
const asksVersion = args.length === 1 && (args[0] === '--version' || args[0] === '-v');
// Asked by scripts and editors at every start, so it loads nothing. What cannot be written is left to the program.
if (!(asksVersion && writeShortAnswer(version))) void start();

/** The program itself is a file of its own, because only what is compiled by hand can be kept compiled. */
async function start(): Promise<void> {
  const use = args.some((arg) => arg === '-' || arg.startsWith('--stdin')) ? 'text' : 'files';
  const loaded = loadKept(join(__dirname, 'program.cjs'), BIBLIOLINT_PROGRAM, use);
  const program = loaded.exports as { readonly runProgram: typeof runProgram };
  process.exitCode = await program.runProgram(args, {
    build: BIBLIOLINT_PROGRAM,
    keepCode: loaded.keep,
    importAddress,
  });
}

/** Tells the program that was built with this file from any other. */
declare const BIBLIOLINT_PROGRAM: string;
