package io.fayan.support;

import io.fayan.accounts.AccountsImport;
import io.fayan.kernel.PersonId;
import io.fayan.people.Credentials;
import io.fayan.people.People;
import io.fayan.people.PeopleImport;
import java.io.IOException;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The demo company's people and accounts, from the same tables that the demo imports. */
@TestComponent
public class DemoCompany {

    /** Everybody's, for tests that sign in. */
    public static final String PASSWORD = "speak-with-care";

    private final PeopleImport people;
    private final People register;
    private final Credentials credentials;
    private final AccountsImport accounts;

    DemoCompany(PeopleImport people, People register, Credentials credentials, AccountsImport accounts) {
        this.people = people;
        this.register = register;
        this.credentials = credentials;
        this.accounts = accounts;
    }

    /** Brings the company in; a second time changes nothing. */
    public void movesIn() {
        people.carryOut(new PeopleImport.Tables(table("units"), table("persons")), PersonId.SYSTEM);
        accounts.carryOut(new AccountsImport.Tables(table("platforms"), table("accounts")), PersonId.SYSTEM);
    }

    /** Gives everybody the password, hashed once and lightly. */
    public void canSignIn() {
        var hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
        register.active().forEach(person -> credentials.adopt(person.id(), hash, PersonId.SYSTEM));
    }

    private static byte[] table(String name) {
        try {
            return new ClassPathResource("demo/" + name + ".csv").getContentAsByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("The demo's tables are on the class path", e);
        }
    }
}
