import { setImmediate } from 'node:timers/promises'
import { Killed } from '@daily-papers/digest/testing/mortal.ts'
import { createClient } from '@daily-papers/store/client.ts'

/** After so many steps it is another actor's turn. */
export interface Switch {
  after: number
  to: number
}

interface Step {
  actor: number
  act: () => Promise<unknown>
}

/**
 * Lets actors take their steps one at a time, in the order of `switches`: an actor goes on until it is another one's turn,
 * it waits, or it has ended. The scheduler of fast-check does not shrink. A list of switches shrinks to the few that matter.
 */
export function createTurns(
  switches: readonly Switch[],
  kill: { actor: number; after: number } | null = null,
) {
  const waiting: Step[] = []
  const changes = [...switches]
  let actor = 0
  let steps = 0
  let stepsToLive = kill?.after ?? Number.POSITIVE_INFINITY

  /** The next step of the actor whose turn it is, or of another if that one has none. */
  function next(): Step | undefined {
    const [change] = changes
    if (change && steps >= change.after) {
      changes.shift()
      actor = change.to
      steps = 0
    }
    const at = waiting.findIndex(step => step.actor === actor)
    const [step] = waiting.splice(Math.max(at, 0), 1)
    return step
  }

  return {
    isKilled: () => stepsToLive <= 0,
    step<T>(of: number, act: () => Promise<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        const live = async () => {
          if (of === kill?.actor && stepsToLive-- <= 0) throw new Killed('the process is gone')
          return act()
        }
        waiting.push({ actor: of, act: () => live().then(resolve, reject) })
      })
    },
    /** Waits for the others: they go on first. */
    wait(of: number): Promise<void> {
      const other = waiting.find(step => step.actor !== of)
      if (other) actor = other.actor
      return this.step(of, async () => {})
    },
    /** Runs until all work is done. */
    async run(works: readonly Promise<unknown>[]): Promise<void> {
      let done = false
      const all = Promise.all(works).finally(() => {
        done = true
      })
      all.catch(() => {})
      while (!done) {
        // Between its steps an actor does no I/O, so by now it waits with its next ones.
        for (let i = 0; i < 3; i++) await setImmediate()
        const step = next()
        if (!step) continue
        actor = step.actor
        steps++
        await step.act()
      }
      await all
    },
  }
}
export type Turns = ReturnType<typeof createTurns>

/** A client whose requests are steps of an actor. */
export function clientOf(url: string, turns: Turns, actor: number) {
  const client = createClient({ endpoint: url })
  client.middlewareStack.add(next => args => turns.step(actor, () => next(args)), {
    step: 'initialize',
    name: 'turns',
    priority: 'high',
  })
  return client
}
