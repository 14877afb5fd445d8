package io.fayan.demo;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.platform.files.Files;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.policy.PolicyOffice;
import io.fayan.policy.PolicyOffice.NewNote;
import io.fayan.policy.PolicyOffice.NewProof;
import io.fayan.policy.Proof;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the demo company's policy owner has put on record: how version 2026 came about, and how one clause is read. */
@Component
@Profile("demo")
class DemoPolicy {

    private static final String VERSION = "2026";
    private static final LocalDate DISCUSSED = LocalDate.of(2025, 11, 28);
    private static final LocalDate PUBLISHED = LocalDate.of(2025, 12, 15);

    private final PolicyOffice office;
    private final People people;
    private final Files files;

    DemoPolicy(PolicyOffice office, People people, Files files) {
        this.office = office;
        this.people = people;
        this.files = files;
    }

    void putOnRecord() throws IOException {
        var owner = people.holders(Role.POLICY_OWNER).get(0);
        prove(owner, Proof.Kind.CONSULTATION, DISCUSSED, "职工代表大会第三次会议", "职工代表大会会议纪要.txt", "consultation.txt");
        prove(owner, Proof.Kind.PUBLICATION, PUBLISHED, "内网首页与各办公区公告栏", "公布通知.txt", "publication.txt");
        mustBeKept(office.addNote(
                new NewNote(
                        UUID.randomUUID(),
                        VERSION,
                        "3.1.d",
                        "在表明身份的个人账号上转发公司内容并加上自己的评论，也属于代表公司发言，须先取得授权；只转发、不评论的不需要。",
                        "在表明身分的個人帳號上轉發公司內容並加上自己的評論，也屬於代表公司發言，須先取得授權；只轉發、不評論則不需要。",
                        "Sharing a company post from an account that shows where you work, with a comment of your own,"
                                + " is speaking for the company and needs authorisation. Sharing it without a comment does not."),
                owner));
    }

    private void prove(PersonId owner, Proof.Kind kind, LocalDate on, String remark, String name, String content)
            throws IOException {
        var bytes = new ClassPathResource("demo/policy/" + content).getContentAsByteArray();
        if (!(files.receive(owner, name, bytes) instanceof Files.Received received)) {
            throw new IllegalStateException("The demo's proof " + content + " was refused");
        }
        var day = on.isAfter(people.today()) ? people.today() : on;
        mustBeKept(office.recordProof(
                new NewProof(
                        UUID.randomUUID(),
                        VERSION,
                        kind,
                        day,
                        remark,
                        List.of(received.file().id())),
                owner));
    }

    private static void mustBeKept(Outcome outcome) {
        if (!(outcome instanceof Outcome.Kept)) {
            throw new IllegalStateException("The demo's policy owner was refused: " + outcome);
        }
    }
}
