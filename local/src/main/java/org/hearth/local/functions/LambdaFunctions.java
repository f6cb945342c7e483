package org.hearth.local.functions;

import java.util.Set;

/** The template's functions, by their logical ids. */
public interface LambdaFunctions {
    Set<String> names();

    /** @throws IllegalArgumentException if the template has no such function */
    LambdaFunction get(String id);
}
