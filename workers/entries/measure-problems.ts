import { expose } from "../../page/expose.ts";
import { measureProblems } from "../../lib/advice/measured-problems.ts";

expose(measureProblems);
