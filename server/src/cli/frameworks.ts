import { join, relative } from 'node:path';
import type { Area, Framework, Limit, SectionKind } from '../model/framework.ts';
import { choice, listed } from './arguments.ts';
import { type Command, configGiven } from './command.ts';
import { type Governance, Governances } from './governance.ts';
import { paintFor } from './paint.ts';
import { Refusal } from './refusal.ts';
import { shown } from './reportPaths.ts';
import { unknownFramework } from './reports.ts';
