import type { Data } from './data/data-stack.ts'
import type { Options } from './options/options.ts'
import type { Stage } from './options/stage.ts'

/** The props of nested stacks that use the data. */
export interface NestedProps extends Data {
  stage: Stage
  options: Options
}
