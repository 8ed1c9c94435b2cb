/** What browsers load beside a page, made by `build.ts`: the files by name, and the names that a page refers to. */
declare module 'reader:assets' {
  export const files: Readonly<Record<string, { type: string; text: string }>>
  export const stylesheet: string
  export const script: string
}
