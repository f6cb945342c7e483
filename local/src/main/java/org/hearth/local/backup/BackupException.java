package org.hearth.local.backup;

/** Why a backup or a restore was not done; the message is a sentence for whoever runs it. */
final class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
