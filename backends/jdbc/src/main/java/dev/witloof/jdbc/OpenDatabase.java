package dev.witloof.jdbc;

/**
 * A hold on a database.
 *
 * @param database the database
 * @param hold what ends it
 */
@SuppressWarnings("try") // as what it closes
record OpenDatabase(Database database, AutoCloseable hold) implements AutoCloseable {

    @Override
    public void close() throws Exception {
        hold.close();
    }
}
