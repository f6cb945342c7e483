package org.hearth.forum;

/**
 * @param field the name of the field as the client sent it
 * @param detail a plain sentence that says how to mend it
 */
public record FieldError(String field, String detail) {}
