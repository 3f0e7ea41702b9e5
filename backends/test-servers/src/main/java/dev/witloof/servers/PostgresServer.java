package dev.witloof.servers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL with one superuser, {@code witloof}, and the database {@code postgres}. It writes to its files before it says that
 * something is done, but does not wait for the disk, so that what it said survives its own end and not the machine's.
 */
public final class PostgresServer extends TestServer {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    /** The user. */
    public static final String USER = "witloof";

    private final Path program;
    private final List<String> settings;

    private PostgresServer(String password, List<String> settings) {
        super("postgres");
        this.settings = settings;
        program = Programs.find("postgres", "postgresql", folders());
        Path initdb = Programs.find("initdb", "postgresql", folders());
        try {
            Path passwordFile = Files.writeString(directory().resolve("password"), password);
            give(directory());
            give(passwordFile);
            run(List.of(
                    initdb.toString(),
                    "--pgdata=" + files(),
                    "--username=" + USER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-sync"));
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    /**
     * Starts one with an empty database.
     *
     * @param password the user's, which connections need
     * @param settings such as {@code max_connections=20}
     */
    public static PostgresServer start(String password, String... settings) {
        return new PostgresServer(password, List.of(settings));
    }

    /** Debian has each version in a folder of its own; the newest first. */
    private static Path[] folders() {
        if (!Files.isDirectory(VERSIONS)) {
            return new Path[0];
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.sorted(Collections.reverseOrder())
                    .map(each -> each.resolve("bin"))
                    .toArray(Path[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path files() {
        return directory().resolve("data");
    }

    /** PostgreSQL does not run as root. */
    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** The user that Debian's package makes. */
    private static void give(Path path) throws IOException {
        if (isRoot()) {
            UserPrincipal owner =
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("postgres");
            Files.setOwner(path, owner);
        }
    }

    private static List<String> asUser(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            whole.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        whole.addAll(command);
        return whole;
    }

    private void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(asUser(command))
                .directory(directory().toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("postgres: expected a new database, found\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("postgres: interrupted while its database was made", e);
        }
    }

    @Override
    protected List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-D",
                files().toString(),
                "-p",
                String.valueOf(port()),
                "-c",
                "listen_addresses=" + host(),
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off",
                "-c",
                "shared_buffers=32MB"));
        for (String setting : settings) {
            command.add("-c");
            command.add(setting);
        }
        return asUser(command);
    }

    /** Ready when it asks for a password; before that it says that it is starting. */
    @Override
    protected boolean isReady(Socket socket) throws IOException {
        byte[] parameters = ("user\0" + USER + "\0database\0postgres\0\0").getBytes(StandardCharsets.US_ASCII);
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(8 + parameters.length);
        out.writeInt(3 << 16);
        out.write(parameters);
        out.flush();
        return new DataInputStream(socket.getInputStream()).readByte() == 'R';
    }

    /** Its URL, without user and password. */
    public String url() {
        return "jdbc:postgresql://" + address() + "/postgres";
    }
}
