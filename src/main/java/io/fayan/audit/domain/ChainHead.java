package io.fayan.audit.domain;

/** How long a chain is and the hash of its last entry. */
public record ChainHead(String chain, long entries, String head) {

    String canonical() {
        return CanonicalJson.object()
                .with("chain", chain)
                .with("entries", entries)
                .with("head", head)
                .toString();
    }
}
