package io.fayan.platform.files;

/** What an upload's content turned out to be. */
sealed interface Inspection {

    record Accepted(FileType type) implements Inspection {}

    record Rejected(Reason reason) implements Inspection {}

    enum Reason {
        EMPTY,
        SIZE,
        /** Not one of the kinds that may be attached. */
        TYPE,
        /** The name's extension says something else than the content. */
        EXTENSION,
        /** Nobody can look into it. */
        ENCRYPTED,
        /** Macros, controls, packaged programs. */
        ACTIVE,
        /** An archive that unpacks to far more than it is, or that is not put together as archives are. */
        BOMB,
        DAMAGED,
        /** Too many uploads that belong to no matter yet. */
        TOO_MANY;

        /** For example {@code files.refused.type}. */
        String message() {
            var words = name().toLowerCase(java.util.Locale.ROOT).split("_");
            return "files.refused." + words[0] + (words.length > 1 ? capitalised(words[1]) : "");
        }

        private static String capitalised(String word) {
            return Character.toUpperCase(word.charAt(0)) + word.substring(1);
        }
    }
}
