package org.kolsuite.payment.upload;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.kolsuite.payment.sql.Columns;
import org.kolsuite.payment.sql.Sql;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.file.FilePieces;
import org.kolsuite.platform.file.OffLoop;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Keeps files as they were sent, in pieces that are compressed and encrypted one by one: several large files may come and go at once, and
 * none is ever held whole.
 */
@ApplicationScoped
public class Originals {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    FileVault vault;

    /** Keeps the file of an upload, in the transaction that is open; what is one piece as the version before keeps it, which then can read it. */
    Uni<Void> keep(UUID uploadId, UploadedFile.Taken file) {
        if (file.sizeBytes() <= FilePieces.BYTES) {
            return OffLoop.run(() -> vault.seal(Files.readAllBytes(file.path())))
                    .chain(cipher -> Sql.of("update upload set content_cipher = :cipher where id = :id")
                            .with("cipher", cipher)
                            .with("id", uploadId)
                            .execute())
                    .replaceWithVoid();
        }
        return FilePieces.each(
                file.path(),
                (number, piece) -> OffLoop.run(() -> vault.seal(piece)).chain(cipher -> add(uploadId, number, cipher)));
    }

    /** The file, piece by piece. */
    public Multi<byte[]> read(Caller caller, UUID uploadId) {
        return Multi.createBy()
                .repeating()
                .uni(AtomicInteger::new, piece -> piece(caller, uploadId, piece.getAndIncrement()))
                .whilst(Optional::isPresent)
                .filter(Optional::isPresent)
                .map(Optional::get);
    }

    /** The file in a temporary one; whoever asks for it deletes it. */
    Uni<Path> fetch(Caller caller, UUID uploadId) {
        return FilePieces.together(piece -> piece(caller, uploadId, piece));
    }

    /** A piece, none after the last. What the version before has kept is one piece. */
    private Uni<Optional<byte[]>> piece(Caller caller, UUID uploadId, int piece) {
        return unitOfWork
                .as(
                        caller,
                        () -> Sql.of("""
                                select cipher from upload_piece where upload_id = :id and piece = :piece
                                union all
                                select content_cipher from upload where id = :id and content_cipher <> '' and :piece = 0""")
                                .with("id", uploadId)
                                .with("piece", piece)
                                .first(Columns::text))
                .chain(cipher -> OffLoop.run(() -> cipher.map(vault::open)));
    }

    private static Uni<Void> add(UUID uploadId, int piece, String cipher) {
        return Sql.of("insert into upload_piece (upload_id, piece, cipher) values (:id, :piece, :cipher)")
                .with("id", uploadId)
                .with("piece", piece)
                .with("cipher", cipher)
                .execute()
                .replaceWithVoid();
    }
}
