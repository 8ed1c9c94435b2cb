/** Files that browsers load, built by `build.ts`: the files by name, and the names that pages refer to. */
declare module 'reader:assets' {
  export const files: Readonly<Record<string, { type: string; text: string }>>
  export const stylesheet: string
  export const script: string
}
