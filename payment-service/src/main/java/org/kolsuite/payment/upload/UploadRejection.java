package org.kolsuite.payment.upload;

import org.kolsuite.contracts.problem.Rejection;

/** What an upload is refused for; each as a sentence. */
public abstract class UploadRejection extends Rejection {
    private UploadRejection(Kind kind, String detail) {
        super(kind, detail);
    }

    @Override
    public String field() {
        return "file";
    }

    public static final class UploadUnknown extends UploadRejection {
        public UploadUnknown() {
            super(Kind.NOT_FOUND, "There is no such import.");
        }
    }

    public static final class FileMissing extends UploadRejection {
        public FileMissing() {
            super(Kind.INVALID, "Send the file as the part \"file\" of a multipart form.");
        }
    }

    public static final class FileEmpty extends UploadRejection {
        public FileEmpty() {
            super(Kind.INVALID, "The file is empty.");
        }
    }

    public static final class FileAboveLimit extends UploadRejection {
        public FileAboveLimit(long bytes, long most) {
            super(Kind.TOO_LARGE, "The file has " + bytes + " bytes; at most " + most + " are read.");
        }
    }

    /** The same content was imported before: most likely the same fees twice. */
    public static final class FileImportedBefore extends UploadRejection {
        public FileImportedBefore() {
            super(Kind.CONFLICT, "A file with this content was imported before. Say \"again\" if you mean it.");
        }
    }

    public static final class OptionUnknown extends UploadRejection {
        public OptionUnknown(String option, String value) {
            super(Kind.INVALID, "\"" + value + "\" is no value of " + option + ".");
        }
    }
}
