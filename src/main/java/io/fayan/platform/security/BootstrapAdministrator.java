package io.fayan.platform.security;

import java.io.PrintStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * {@code --fayan.bootstrap-admin=<mail>}: the first administrator of a new installation. Prints a link for setting the
 * password, good for one hour and one use. Once an administrator has a password it prints none, however often it is started.
 */
@Component
class BootstrapAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(BootstrapAdministrator.class);
    private static final String OPTION = "fayan.bootstrap-admin";
    private static final Duration VALIDITY = Duration.ofHours(1);

    private final PasswordStore store;
    private final PasswordLinks links;

    private final ObjectProvider<PrintStream> console;

    BootstrapAdministrator(PasswordStore store, PasswordLinks links, ObjectProvider<PrintStream> console) {
        this.store = store;
        this.links = links;
        this.console = console;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var mails = arguments.getOptionValues(OPTION);
        if (mails == null || mails.isEmpty()) {
            return;
        }
        var first = store.firstAdministrator(mails.get(0));
        if (first instanceof PasswordStore.Ready ready) {
            // To the console and not into the log, where it would be kept.
            var sentence =
                    "Set the first administrator's password within one hour: " + links.issue(ready.person(), VALIDITY);
            console.ifAvailable(out -> out.println(sentence));
        } else {
            LOG.warn("An administrator has a password already, so --{} does nothing; leave it out.", OPTION);
        }
    }
}
