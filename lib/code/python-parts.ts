/** The parts of a piece of Python that depend on the library it is written for, in lines. */
export interface PythonParts {
  /** What the library has its own words or ways for. */
  readonly convention: readonly string[];
  /** What is imported and set before the data. */
  readonly load: readonly string[];
  /** Data that show the form. */
  readonly example: readonly string[];
  /** From the data to the list `losses`. */
  readonly run: readonly string[];
}
