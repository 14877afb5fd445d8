package io.fayan.platform.web;

import java.io.EOFException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages of the tests that fail, each in its way. */
@Controller
class FailingPages {

    /** The connection's end, which Spring by itself takes for a browser that went away and answers with 200. */
    @GetMapping({"/test/database-gone", "/api/test/database-gone"})
    String databaseGone() {
        throw new CannotCreateTransactionException("at secret-host", new EOFException());
    }

    @GetMapping({"/test/fault", "/api/test/fault"})
    String fault() {
        throw new IllegalStateException("a secret of the inside");
    }

    @GetMapping("/test/broken-rule")
    String brokenRule() {
        throw new DataIntegrityViolationException("Duplicate entry 'a secret of the inside'");
    }
}
