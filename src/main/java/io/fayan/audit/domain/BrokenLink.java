package io.fayan.audit.domain;

/**
 * The first place where the log does not fit together.
 *
 * @param chain the chain; {@code seals} or {@code seal file} when it is about those
 * @param seq the place in it
 * @param expected what had to be there, for example a hash
 * @param found what is there
 */
public record BrokenLink(Kind kind, String chain, long seq, String expected, String found) {

    public static final String SEALS = "seals";
    public static final String SEAL_FILE = "seal file";

    public enum Kind {
        /** The entry's fields and its hash do not belong together. */
        CHANGED,
        /** An entry was there and is gone, in the middle or at the end. */
        MISSING,
        /** A true entry stands at a place that is not its own. */
        REORDERED,
        /** The entry is whole but follows another one than the one before it. */
        REPLACED,
        /** An entry that no chain head counts. */
        SURPLUS,
        /** The chain's head row says another hash than its last entry. */
        HEAD_CHANGED,
        /** The chain was written anew after a seal had covered it. */
        REWRITTEN,
        /** A seal was there and is gone. */
        SEAL_MISSING,
        /** The seal covers other heads than are kept with it. */
        SEAL_CHANGED,
        /** The seal was not made with the key. */
        SEAL_FORGED,
        /** The seal names another key than the configured one. */
        SEAL_KEY,
        /** The file knows seals that the table has lost. */
        SEAL_FILE_AHEAD,
        /** A line of the file is no seal, or another than the table's. */
        SEAL_FILE_CHANGED
    }

    public BrokenLink {
        expected = limited(expected);
        found = limited(found);
    }

    /** What somebody wrote into a row may be of any length. */
    private static String limited(String text) {
        return text.length() <= 200 ? text : text.substring(0, 199) + "…";
    }
}
