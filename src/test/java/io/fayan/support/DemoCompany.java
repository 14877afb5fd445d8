package io.fayan.support;

import io.fayan.accounts.AccountsImport;
import io.fayan.kernel.PersonId;
import io.fayan.people.PeopleImport;
import java.io.IOException;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;

/** The demo company's people and accounts, from the same tables that the demo imports. */
@TestComponent
public class DemoCompany {

    private final PeopleImport people;
    private final AccountsImport accounts;

    DemoCompany(PeopleImport people, AccountsImport accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    /** Brings the company in; a second time changes nothing. */
    public void movesIn() {
        people.carryOut(new PeopleImport.Tables(table("units"), table("persons")), PersonId.SYSTEM);
        accounts.carryOut(new AccountsImport.Tables(table("platforms"), table("accounts")), PersonId.SYSTEM);
    }

    private static byte[] table(String name) {
        try {
            return new ClassPathResource("demo/" + name + ".csv").getContentAsByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("The demo's tables are on the class path", e);
        }
    }
}
