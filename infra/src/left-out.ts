/** Stands in a bundle for a package that is required there and never called. */
export default function leftOut(): never {
  throw new Error('This package is left out of the bundle: see lambda-function.ts')
}
