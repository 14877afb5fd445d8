package io.fayan;

import io.fayan.audit.VerifyAuditCommand;
import io.fayan.platform.worklist.CheckWorkListCommand;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Fayan: who may speak for the company, and what happens when somebody breaks the rules. */
@SpringBootApplication
@Modulithic(
        systemName = "Fayan",
        sharedModules = {"kernel", "platform"})
public class FayanApplication {

    public static void main(String[] args) {
        // Plain JDBC writes timestamps in the machine's zone and JPA in UTC: with one zone they agree on every machine.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (VerifyAuditCommand.wanted(args)) {
            System.exit(VerifyAuditCommand.run(System.out, args));
        }
        if (CheckWorkListCommand.wanted(args)) {
            System.exit(CheckWorkListCommand.run(System.out, FayanApplication.class, args));
        }
        var application = new SpringApplication(FayanApplication.class);
        application.addListeners(new StartConditions());
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("console", System.out));
        application.run(args);
    }
}
