package dev.witloof.messaging.service;

import dev.witloof.name.Printable;

/**
 * The one syntax of subjects, whatever the system: tokens with a dot between them, {@code orders.eu.new}, at most
 * {@value #MOST_CHARACTERS} characters. A token is not empty and has neither white space nor control characters, and no dot,
 * {@code *} or {@code >}. In a pattern a token may also be {@code *}, which stands for one token, and the last one
 * {@code >}, which stands for one token or more.
 */
public final class Subjects {

    /** How many UTF-16 units a subject may have. */
    public static final int MOST_CHARACTERS = 1024;

    private Subjects() {}

    /**
     * Refuses what is no subject.
     *
     * @return the subject
     * @throws MessagingException {@code OTHER}, if it is none
     */
    public static String check(String subject) throws MessagingException {
        return checked(subject, false);
    }

    /**
     * Refuses what is no pattern. Every subject is one.
     *
     * @return the pattern
     * @throws MessagingException {@code OTHER}, if it is none
     */
    public static String checkPattern(String pattern) throws MessagingException {
        return checked(pattern, true);
    }

    private static String checked(String subject, boolean isPattern) throws MessagingException {
        if (subject.length() > MOST_CHARACTERS) {
            throw wrong(isPattern, "at most " + MOST_CHARACTERS + " characters", subject.length() + "");
        }
        int start = 0;
        for (int i = 0; i <= subject.length(); i++) {
            if (i == subject.length() || subject.charAt(i) == '.') {
                if (i == start) {
                    throw wrong(isPattern, "tokens with a dot between them", quoted(subject));
                }
                boolean isLast = i == subject.length();
                if (i - start != 1 || !isPattern || !isWildcard(subject.charAt(start), isLast)) {
                    checkToken(subject, start, i, isPattern);
                }
                start = i + 1;
            }
        }
        return subject;
    }

    private static boolean isWildcard(char character, boolean isLast) {
        return character == '*' || character == '>' && isLast;
    }

    private static void checkToken(String subject, int from, int to, boolean isPattern) throws MessagingException {
        for (int i = from; i < to; i++) {
            char c = subject.charAt(i);
            if (c == '*' || c == '>') {
                throw wrong(
                        isPattern,
                        isPattern ? "* as a whole token, and > as the last one" : "no * and no >",
                        quoted(subject));
            }
            if (Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c)) {
                throw wrong(isPattern, "no white space and no control characters", quoted(subject));
            }
        }
    }

    private static MessagingException wrong(boolean isPattern, String expected, String found) {
        return MessagingException.other(
                (isPattern ? "pattern" : "subject") + ": expected " + expected + ", found " + found);
    }

    /** Whether a pattern has a wildcard, and so may stand for several subjects. */
    public static boolean isPattern(String pattern) {
        return pattern.equals("*")
                || pattern.equals(">")
                || pattern.startsWith("*.")
                || pattern.endsWith(".*")
                || pattern.endsWith(".>")
                || pattern.contains(".*.");
    }

    /** Whether a pattern stands for a subject. */
    public static boolean matches(String pattern, String subject) {
        int p = 0;
        int s = 0;
        while (p < pattern.length() && s < subject.length()) {
            int patternEnd = end(pattern, p);
            int subjectEnd = end(subject, s);
            boolean isOne = patternEnd - p == 1;
            if (isOne && pattern.charAt(p) == '>') {
                return true;
            }
            boolean fits = isOne && pattern.charAt(p) == '*'
                    || patternEnd - p == subjectEnd - s && pattern.regionMatches(p, subject, s, subjectEnd - s);
            if (!fits || (patternEnd == pattern.length()) != (subjectEnd == subject.length())) {
                return false;
            }
            p = patternEnd + 1;
            s = subjectEnd + 1;
        }
        return p > pattern.length() && s > subject.length();
    }

    private static int end(String subject, int from) {
        int dot = subject.indexOf('.', from);
        return dot < 0 ? subject.length() : dot;
    }

    /** A subject for a message to people: in quotes, without control characters, and cut where it is long. */
    public static String quoted(String subject) {
        return Printable.quoted(subject.length() <= 100 ? subject : subject.substring(0, 100) + "…");
    }
}
