#!/usr/bin/env node
import { main } from './cli/main.ts';
import { nodeHost } from './host/process.ts';

process.exitCode = await main(process.argv.slice(2), nodeHost());
