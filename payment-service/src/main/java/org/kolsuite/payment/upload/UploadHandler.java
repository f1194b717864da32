package org.kolsuite.payment.upload;

import java.nio.file.Path;

/** Works on one kind of file. Blocking: it runs on a worker, and may be started again for the same file after a kill. */
public interface UploadHandler {
    /** {@code FEES} or {@code STATEMENT}. */
    String kind();

    /**
     * @param file as it was sent, for as long as the work takes
     * @throws org.kolsuite.contracts.problem.Rejection when the file as a whole is refused
     */
    void work(Upload.Work work, Path file);
}
