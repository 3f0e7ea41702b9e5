package dev.witloof.host;

/**
 * Where a Java declaration differs from the WIT for which it is to stand.
 *
 * @param at where, such as {@code [method]bucket.get, at the result's ok case}
 * @param wit what WIT has there
 * @param given what Java has there: a type in WIT's syntax, or why it is none
 * @param declaration the Java declaration
 */
public record Mismatch(String at, String wit, String given, String declaration) {}
