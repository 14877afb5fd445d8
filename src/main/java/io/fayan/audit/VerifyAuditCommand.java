package io.fayan.audit;

import io.fayan.audit.application.AuditVerifier;
import io.fayan.audit.application.SealFile;
import io.fayan.audit.application.SealKeyConfiguration;
import io.fayan.audit.domain.VerificationReport;
import io.fayan.audit.persistence.AuditRows;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * {@code java -jar fayan.jar --spring.profiles.active=prod --fayan.verify-audit}: verifies the log and ends. Opens nothing
 * but the database, the key and the seal file; no web server, engine or job runs, so it also tells when those do not start.
 */
public final class VerifyAuditCommand {

    public static final int WHOLE = 0;
    public static final int BROKEN = 1;
    public static final int NOT_VERIFIED = 2;

    private static final String ARGUMENT = "--fayan.verify-audit";

    private VerifyAuditCommand() {}

    public static boolean wanted(String... arguments) {
        return Arrays.stream(arguments).anyMatch(a -> a.equals(ARGUMENT) || a.equals(ARGUMENT + "=true"));
    }

    /**
     * Prints progress and result.
     *
     * @return the process's exit code
     */
    public static int run(PrintStream out, String... arguments) {
        var application = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false);
        try (var context = application.run(withQuietLog(arguments))) {
            if (!context.getEnvironment().containsProperty("spring.datasource.url")) {
                out.println("NOT VERIFIED: no database is named. Add --spring.profiles.active=prod or demo.");
                return NOT_VERIFIED;
            }
            var report = context.getBean(AuditVerifier.class).verify(new Tenths(out)::tell);
            out.println(inWords(report));
            return report.whole() ? WHOLE : BROKEN;
        } catch (DataAccessException e) {
            return notVerified(out, "the audit tables cannot be read", e);
        } catch (RuntimeException e) {
            return notVerified(out, "it cannot be begun", e);
        }
    }

    private static int notVerified(PrintStream out, String why, RuntimeException e) {
        var cause = NestedExceptionUtils.getMostSpecificCause(e);
        out.println("NOT VERIFIED: " + why + ": " + cause.getMessage());
        return NOT_VERIFIED;
    }

    private static String[] withQuietLog(String... arguments) {
        return Stream.concat(Stream.of("--logging.level.root=OFF"), Arrays.stream(arguments))
                .toArray(String[]::new);
    }

    private static String inWords(VerificationReport report) {
        var read = "%d entries in %d chains, %d seals".formatted(report.entries(), report.chains(), report.seals());
        return report.broken()
                .map(link -> "BROKEN: %s at %s, no. %d%n  expected  %s%n  found     %s%n  read until there: %s"
                        .formatted(link.kind(), link.chain(), link.seq(), link.expected(), link.found(), read))
                .orElseGet(() -> "WHOLE: %s, %s; %d chains wait for the next seal"
                        .formatted(
                                read,
                                report.onFile() == 0
                                        ? "none on file here: a cut tail would not be found"
                                        : report.onFile() + " on file",
                                report.unsealed()));
    }

    /** A line for every tenth of the way. */
    private static final class Tenths {

        private final PrintStream out;
        private long tenths;

        Tenths(PrintStream out) {
            this.out = out;
        }

        void tell(AuditVerifier.Progress progress) {
            var reached = progress.total() == 0 ? 10 : Math.min(10, 10 * progress.done() / progress.total());
            if (reached > tenths) {
                tenths = reached;
                out.println("%d %% (%d of %d)".formatted(10 * reached, progress.done(), progress.total()));
            }
        }
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import({SealKeyConfiguration.class, AuditRows.class, SealFile.class, AuditVerifier.class})
    static class Parts {}
}
