package io.fayan.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.filter.OncePerRequestFilter;

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

    @GetMapping("/test/chain")
    String chain() {
        throw new IllegalArgumentException("outer secret", new SQLException("inner secret", "23000", 1062));
    }

    @GetMapping("/test/error")
    String error() {
        throw new StackOverflowError("a secret of the inside");
    }

    /** Answered by Spring's own resolver, which throws nothing further. */
    @GetMapping("/test/unwritable")
    String unwritable() {
        throw new HttpMessageNotWritableException("a secret of the inside");
    }

    @GetMapping("/test/number")
    String number(@RequestParam int page) {
        return "portal/home" + page;
    }

    @Component
    static class FailingFilter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getRequestURI().equals("/test/filter-fault")) {
                throw new ServletException("a secret", new IllegalStateException("another secret"));
            }
            chain.doFilter(request, response);
        }
    }
}
