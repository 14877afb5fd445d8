package io.fayan.people.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.LoginName;
import io.fayan.people.PersonDetails;
import io.fayan.people.PersonName;
import io.fayan.people.StaffType;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaffMemberTest {

    private static final LocalDate FIRST = LocalDate.parse("2024-03-01");
    private static final LocalDate LAST = LocalDate.parse("2026-11-20");

    private static PersonDetails details(String id, String title, Set<Role> roles, @Nullable LocalDate until) {
        return new PersonDetails(
                new PersonId(id),
                new LoginName("li.wei"),
                new PersonName("李", "维"),
                "li.wei@example.com",
                StaffType.REGULAR,
                "RND",
                null,
                title,
                roles,
                Locale.SIMPLIFIED_CHINESE,
                FIRST,
                until);
    }

    @Test
    void a_person_is_active_from_the_first_to_the_last_day() {
        var member = new StaffMember(details("F1", "", Set.of(), LAST));

        assertThat(member.activeOn(FIRST.minusDays(1))).isFalse();
        assertThat(member.activeOn(FIRST)).isTrue();
        assertThat(member.activeOn(LAST)).isTrue();
        assertThat(member.activeOn(LAST.plusDays(1))).isFalse();
    }

    @Test
    void what_goes_in_comes_out() {
        var details = details("F1", "工程师", Set.of(Role.LEGAL, Role.PRODUCT), null);

        assertThat(new StaffMember(details).details()).isEqualTo(details);
    }

    @Test
    void a_change_names_what_is_different() {
        var member = new StaffMember(details("F1", "工程师", Set.of(Role.LEGAL), null));

        assertThat(member.become(details("F1", "经理", Set.of(Role.LEGAL), LAST)))
                .containsExactlyInAnyOrder("title", "activeUntil");
        assertThat(member.become(details("F1", "经理", Set.of(Role.LEGAL), LAST))).isEmpty();
    }

    @Test
    void the_number_stays() {
        var member = new StaffMember(details("F1", "", Set.of(), null));

        assertThatIllegalArgumentException().isThrownBy(() -> member.become(details("F2", "", Set.of(), null)));
    }

    @Test
    void the_product_itself_is_never_a_person() {
        assertThatIllegalArgumentException().isThrownBy(() -> details("system", "", Set.of(), null));
        assertThatIllegalArgumentException().isThrownBy(() -> details("engine-admin", "", Set.of(), null));
    }

    @Test
    void nobody_leaves_before_they_came() {
        assertThatIllegalArgumentException().isThrownBy(() -> details("F1", "", Set.of(), FIRST.minusDays(1)));
    }

    @Test
    void search_text_is_folded_and_split_into_words() {
        assertThat(SearchText.of("Ｌi.Wei", "李维")).isEqualTo("li.wei 李维");
        assertThat(SearchText.words("  Ｌi   WEI ")).containsExactly("li", "wei");
        assertThat(SearchText.words(" ")).isEmpty();
    }
}
