/** Classes that break the rules of {@code io.fayan.architecture}, to prove that each rule can fail. Outside the component scan. */
package counterexample;
