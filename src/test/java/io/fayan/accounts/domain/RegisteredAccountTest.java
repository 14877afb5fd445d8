package io.fayan.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fayan.accounts.AccountKind;
import io.fayan.accounts.AccountStatus;
import io.fayan.accounts.domain.RegisteredAccount.Facts;
import io.fayan.kernel.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteredAccountTest {

    private static final PersonId OWNER = new PersonId("F1");

    private final RegisteredAccount account = new RegisteredAccount(facts("xiyan_cn"));

    private static Facts facts(String handle) {
        return new Facts("WB", "WEIBO", new Handle(handle), "汐砚", AccountKind.COMPANY, OWNER, new PersonId("F2"));
    }

    @Test
    void a_new_account_may_be_used() {
        assertThat(account.view().usable()).isTrue();
    }

    @Test
    void a_freeze_ends_when_it_is_lifted() {
        assertThat(account.freeze()).isEmpty();
        assertThat(account.view().usable()).isFalse();
        assertThat(account.freeze()).contains("accounts.refused.frozen");
        assertThat(account.restore()).isEmpty();
        assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(account.restore()).contains("accounts.refused.active");
    }

    @Test
    void a_cancellation_is_for_good() {
        account.freeze();
        assertThat(account.cancel()).isEmpty();

        assertThat(account.restore()).contains("accounts.refused.cancelled");
        assertThat(account.freeze()).contains("accounts.refused.cancelled");
        assertThat(account.cancel()).contains("accounts.refused.cancelled");
        assertThat(account.status()).isEqualTo(AccountStatus.CANCELLED);
    }

    @Test
    void new_facts_leave_the_privileges_alone() {
        account.freeze();

        assertThat(account.become(facts("xiyan_new"))).isTrue();
        assertThat(account.become(facts("xiyan_new"))).isFalse();
        assertThat(account.status()).isEqualTo(AccountStatus.FROZEN);
    }

    @ParameterizedTest
    @CsvSource({"@Xiyan_CN, xiyan_cn", "ｘｉｙａｎ, xiyan", "' 汐砚 ', 汐砚"})
    void handles_that_look_alike_are_the_same(String shown, String key) {
        assertThat(new Handle(shown).key()).isEqualTo(key);
    }

    @Test
    void an_account_has_a_handle_and_a_back_up_owner_is_somebody_else() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Handle("@"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Facts("WB", "WEIBO", new Handle("x"), "汐砚", AccountKind.COMPANY, OWNER, OWNER));
    }
}
