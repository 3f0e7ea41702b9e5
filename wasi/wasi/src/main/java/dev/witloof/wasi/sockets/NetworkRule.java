package dev.witloof.wasi.sockets;

import java.net.InetAddress;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One rule of a policy.
 *
 * @param text as it was written
 * @param uses what it allows
 * @param target with what
 * @param first the first port
 * @param last the last port
 */
record NetworkRule(String text, Set<Use> uses, Target target, int first, int last) {

    private static final int LAST_PORT = 65535;
    private static final Pattern PARTS = Pattern.compile(
            "(?:(?<verb>[^=]*)=)?(?<target>\\[[^]]*]|[^:\\[\\]]*)(?::(?<first>\\d{1,5})(?:-(?<last>\\d{1,5}))?)?");

    boolean isFor(Use use, int port) {
        return uses.contains(use) && first <= port && port <= last;
    }

    /**
     * The rule of an item of a policy.
     *
     * @throws IllegalArgumentException if it is none
     */
    static NetworkRule parse(String item) {
        if (item.equals("any")) {
            return everything(item, Realm.ANYTHING);
        }
        if (item.equals("loopback")) {
            return everything(item, Realm.LOOPBACK);
        }
        Matcher parts = PARTS.matcher(item);
        if (!parts.matches()) {
            throw wrong(item, "[verb=]target[:port[-port]], IPv6 addresses in brackets, found something else");
        }
        Optional<Use> verb = Optional.ofNullable(parts.group("verb")).map(name -> verb(item, name));
        Target target = target(item, parts.group("target"));
        Set<Use> uses = verb.isPresent() ? EnumSet.of(verb.get()) : EnumSet.of(Use.CONNECT, Use.SEND);
        requirePossible(item, uses, target);
        if (target instanceof HostPattern || verb.isEmpty() && target instanceof Realm) {
            uses.add(Use.NAME);
        }
        boolean ports = parts.group("first") != null;
        if (ports && verb.equals(Optional.of(Use.NAME))) {
            throw wrong(item, "no ports of a name that is looked up, found some");
        }
        int first = ports ? port(item, parts.group("first")) : 0;
        int last = ports ? parts.group("last") == null ? first : port(item, parts.group("last")) : LAST_PORT;
        if (first > last) {
            throw wrong(item, "the lower port first, found " + first + "-" + last);
        }
        return new NetworkRule(item, Collections.unmodifiableSet(uses), target, first, last);
    }

    private static NetworkRule everything(String item, Realm realm) {
        return new NetworkRule(item, Collections.unmodifiableSet(EnumSet.allOf(Use.class)), realm, 0, LAST_PORT);
    }

    private static Use verb(String item, String name) {
        return Stream.of(Use.values())
                .filter(use -> use.verb().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(item, "connect, send, bind or name, found \"" + name + "\""));
    }

    private static Target target(String item, String text) {
        if (text.startsWith("[")) {
            return range(item, text.substring(1, text.length() - 1), "IPv6");
        }
        switch (text) {
            case "*":
                return Realm.EVERYWHERE;
            case "public":
                return Realm.PUBLIC;
            case "localhost":
            case "loopback":
                return Realm.LOOPBACK;
            case "any":
                throw wrong(item, "\"*\" for every address, found \"any\", which stands alone");
            case "none":
                throw wrong(item, "\"none\" only where nothing else is allowed, found it in a rule");
            default:
                return isRange(text) ? range(item, text, "IPv4") : pattern(item, text);
        }
    }

    private static boolean isRange(String text) {
        return text.indexOf('/') >= 0 || IpLiteral.parse(text).isPresent();
    }

    private static AddressRange range(String item, String text, String family) {
        int slash = text.indexOf('/');
        String first = slash < 0 ? text : text.substring(0, slash);
        InetAddress address = IpLiteral.parse(first)
                .filter(each -> each.getAddress().length == (family.equals("IPv4") ? 4 : 16))
                .orElseThrow(() -> wrong(item, "an " + family + " address, found \"" + first + "\""));
        String bits = slash < 0 ? String.valueOf(8 * address.getAddress().length) : text.substring(slash + 1);
        if (!bits.matches("\\d{1,3}")) {
            throw wrong(item, "a number of bits after \"/\", found \"" + bits + "\"");
        }
        try {
            return AddressRange.of(address, Integer.parseInt(bits));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where(item) + e.getMessage(), e);
        }
    }

    private static HostPattern pattern(String item, String text) {
        boolean beneath = text.startsWith("*.");
        return new HostPattern(
                HostName.of(beneath ? text.substring(2) : text)
                        .orElseThrow(() -> wrong(item, "an address or a name, found \"" + text + "\"")),
                beneath);
    }

    private static void requirePossible(String item, Set<Use> uses, Target target) {
        if (uses.contains(Use.BIND) && target instanceof HostPattern) {
            throw wrong(item, "an address to bind, found a name");
        }
        if (uses.contains(Use.NAME) && target instanceof AddressRange) {
            throw wrong(item, "a name to look up, found an address");
        }
    }

    private static int port(String item, String digits) {
        int port = Integer.parseInt(digits);
        if (port > LAST_PORT) {
            throw wrong(item, "a port up to " + LAST_PORT + ", found " + digits);
        }
        return port;
    }

    private static IllegalArgumentException wrong(String item, String expected) {
        return new IllegalArgumentException(where(item) + "expected " + expected);
    }

    private static String where(String item) {
        return "network policy, \"" + item + "\": ";
    }
}
