package dev.witloof.cli;

/** Says what is known of the standard streams by Java alone. */
final class AskedConsole {

    private AskedConsole() {}

    public static void main(String[] arguments) {
        System.out.println(Terminals.of(System.console()));
    }
}
