package io.fayan.platform.files;

import static io.fayan.support.OurToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.files.Files.Received;
import io.fayan.platform.files.Files.Refused;
import io.fayan.platform.files.Files.StoredFile;
import io.fayan.support.Colleagues;
import io.fayan.support.WiringTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@WiringTest
class FilesTest {

    private static final PersonId UPLOADER = new PersonId("ZF-uploader");
    private static final BusinessNumber MATTER = new BusinessNumber("ZF-2026-000001");
    private static final BusinessNumber OTHER_MATTER = new BusinessNumber("ZF-2026-000002");

    @Autowired
    StoredFiles files;

    @Autowired
    Colleagues colleagues;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    WebApplicationContext application;

    private MockMvc http;

    @BeforeEach
    void open() {
        colleagues.bring(UPLOADER.value());
        colleagues.bring(FileMatters.INSIDER.value());
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @AfterEach
    void tidy() {
        clock.release();
        colleagues.letGo(UPLOADER, FileMatters.INSIDER);
        jdbc.sql(
                        "delete from stored_file_content where file_id in (select id from stored_file where uploader like 'ZF-%')")
                .update();
        jdbc.sql("delete from stored_file where uploader like 'ZF-%'").update();
    }

    @Test
    void an_upload_is_kept_as_it_came_and_hashed_at_receipt() {
        clock.moveTo(Instant.parse("2026-03-04T05:06:07.089Z"));
        var file = uploaded("发布会讲稿.pdf", Samples.PDF);
        assertThat(file.name()).isEqualTo("发布会讲稿.pdf");
        assertThat(file.type()).isEqualTo("application/pdf");
        assertThat(file.size()).isEqualTo(Samples.PDF.length);
        assertThat(file.sha256()).isEqualTo(Sha256.of(Samples.PDF));
        assertThat(files.of(List.of(file.id()))).containsExactly(file);
        assertThat(files.content(file.id())).isEqualTo(Samples.PDF);
    }

    @Test
    void ten_megabytes_are_kept_one_byte_more_is_not() {
        var largest = new byte[ContentInspector.LARGEST];
        java.util.Arrays.fill(largest, (byte) 'a');
        assertThat(uploaded("long.txt", largest).size()).isEqualTo(10L * 1024 * 1024);
        assertThat(files.receive(UPLOADER, "long.txt", new byte[ContentInspector.LARGEST + 1]))
                .isEqualTo(new Refused("files.refused.size"));
    }

    @Test
    void an_extension_that_disagrees_with_the_content_is_refused() {
        assertThat(files.receive(UPLOADER, "picture.png", Samples.PDF))
                .isEqualTo(new Refused("files.refused.extension"));
        assertThat(files.receive(UPLOADER, "letter.docx", Samples.xlsx()))
                .isEqualTo(new Refused("files.refused.extension"));
        assertThat(uploaded("letter", Samples.docx()).name()).isEqualTo("letter.docx");
    }

    @Test
    void nobody_piles_up_uploads_without_submitting_them() {
        for (var i = 0; i < 50; i++) {
            uploaded("note" + i + ".txt", Samples.text("note"));
        }
        assertThat(files.receive(UPLOADER, "one more.txt", Samples.text("note")))
                .isEqualTo(new Refused("files.refused.tooMany"));
    }

    @Test
    void uploads_are_attached_all_or_none() {
        var mine = uploaded("mine.pdf", Samples.PDF);
        var second = uploaded("second.pdf", Samples.PDF);
        var theirs = ((Received) files.receive(new PersonId("ZF-colleague"), "theirs.pdf", Samples.PDF)).file();

        assertThat(files.attach(UPLOADER, MATTER, List.of(mine.id(), theirs.id())))
                .isFalse();
        assertThat(files.attach(UPLOADER, MATTER, List.of(mine.id(), UUID.randomUUID())))
                .isFalse();
        assertThat(files.find(mine.id()).orElseThrow().matter()).isNull();

        assertThat(files.attach(UPLOADER, MATTER, List.of(mine.id(), second.id())))
                .isTrue();
        assertThat(files.find(mine.id()).orElseThrow().matter()).isEqualTo(MATTER);
        assertThat(files.attach(new PersonId("ZF-colleague"), MATTER, List.of(mine.id(), theirs.id())))
                .as("a corrected version names what the matter already has")
                .isTrue();
        assertThat(files.attach(UPLOADER, OTHER_MATTER, List.of(mine.id()))).isFalse();
        assertThat(files.attach(UPLOADER, MATTER, List.of())).isTrue();
        assertThat(files.of(List.of(second.id(), UUID.randomUUID(), mine.id()))).containsExactly(second, mine);
    }

    @Test
    void a_command_that_rolls_back_attaches_nothing() {
        var file = uploaded("mine.pdf", Samples.PDF);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            files.attach(UPLOADER, MATTER, List.of(file.id()));
            status.setRollbackOnly();
        });
        assertThat(files.find(file.id()).orElseThrow().matter()).isNull();
    }

    @Test
    void an_upload_that_no_submission_named_is_removed_after_a_day() {
        var start = Instant.parse("2026-03-04T05:00:00Z");
        clock.moveTo(start);
        var forgotten = uploaded("forgotten.pdf", Samples.PDF);
        var attached = uploaded("attached.pdf", Samples.PDF);
        files.attach(UPLOADER, MATTER, List.of(attached.id()));
        clock.moveTo(start.plus(Duration.ofHours(1)));
        var younger = uploaded("younger.pdf", Samples.PDF);

        clock.moveTo(start.plus(Duration.ofHours(24)));
        files.removeForgotten();
        assertThat(files.find(forgotten.id())).as("at 24 hours sharp").isPresent();

        clock.advance(Duration.ofSeconds(1));
        assertThat(files.removeForgotten()).isEqualTo(1);
        assertThat(files.find(forgotten.id())).isEmpty();
        assertThat(jdbc.sql("select count(*) from stored_file_content where file_id = ?")
                        .param(forgotten.id().toString())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(files.of(List.of(attached.id(), younger.id()))).containsExactly(attached, younger);
    }

    @Test
    void the_api_answers_an_upload_with_what_a_submission_needs() throws Exception {
        http.perform(multipart("/api/files")
                        .file(new MockMultipartFile("file", "讲稿.docx", "text/html", Samples.docx()))
                        .with(user(UPLOADER.value()))
                        .with(csrf()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.name", equalTo("讲稿.docx")))
                .andExpect(jsonPath(
                        "$.type", equalTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document")))
                .andExpect(jsonPath("$.size", equalTo(Samples.docx().length)))
                .andExpect(jsonPath("$.sha256").isString())
                .andExpect(jsonPath("$.hash").isString())
                .andExpect(jsonPath("$.id").isString());
    }

    @Test
    void the_api_says_in_the_readers_language_why_it_refuses() throws Exception {
        var script = new MockMultipartFile("file", "run.sh", "text/plain", Samples.text("#!/bin/sh\nls\n"));
        http.perform(multipart("/api/files")
                        .file(script)
                        .locale(Locale.ENGLISH)
                        .with(user(UPLOADER.value()))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.detail", containsString("cannot be attached")))
                .andExpect(jsonPath("$.errors[0].field", equalTo("file")));
    }

    @Test
    void the_api_asks_for_a_file_where_there_is_none() throws Exception {
        http.perform(multipart("/api/files").with(user(UPLOADER.value())).with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"));
    }

    @Test
    void a_file_is_only_ever_downloaded_never_shown() throws Exception {
        var file = uploaded("讲稿 \"final\".txt", Samples.text("hello"));
        http.perform(get("/files/{id}", file.id()).with(user(UPLOADER.value())))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string(
                                "Content-Disposition",
                                containsString("filename*=UTF-8''%E8%AE%B2%E7%A8%BF%20_final_.txt")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().bytes(Samples.text("hello")));
    }

    @Test
    void an_unattached_upload_is_its_uploaders_an_attached_one_those_who_may_see_the_matter() throws Exception {
        var file = uploaded("mine.pdf", Samples.PDF);
        assertThat(statusFor(UPLOADER, file)).isEqualTo(200);
        assertThat(statusFor(FileMatters.INSIDER, file)).isEqualTo(404);

        files.attach(UPLOADER, MATTER, List.of(file.id()));
        assertThat(statusFor(FileMatters.INSIDER, file)).isEqualTo(200);
        assertThat(statusFor(UPLOADER, file))
                .as("once attached the matter decides")
                .isEqualTo(404);
        assertThat(http.perform(get("/files/not-an-id").with(user(UPLOADER.value())))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void nobody_downloads_without_signing_in() throws Exception {
        var file = uploaded("mine.pdf", Samples.PDF);
        assertThat(http.perform(get("/files/{id}", file.id()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isIn(302, 401, 403, 404);
    }

    private int statusFor(PersonId person, StoredFile file) throws Exception {
        return http.perform(get("/files/{id}", file.id()).with(user(person.value())))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private StoredFile uploaded(String name, byte[] content) {
        return ((Received) files.receive(UPLOADER, name, content)).file();
    }
}
