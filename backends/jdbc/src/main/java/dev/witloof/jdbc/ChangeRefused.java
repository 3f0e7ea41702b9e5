package dev.witloof.jdbc;

import dev.witloof.blobstore.service.BlobException;
import java.sql.SQLException;

/** Ends a transaction that was begun for something that cannot be. */
final class ChangeRefused extends SQLException {

    private static final long serialVersionUID = 1;

    private final BlobException reason;

    ChangeRefused(BlobException reason) {
        super(reason.text());
        this.reason = reason;
    }

    BlobException reason() {
        return reason;
    }
}
