package io.fayan.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    private static CsvTable read(String text) {
        return CsvTable.read("colours", text.getBytes(StandardCharsets.UTF_8), List.of("code", "name"));
    }

    @Test
    void cells_are_found_by_column_whatever_the_order_of_the_header() {
        var table = read("\uFEFFname,code\r\n 朱砂 ,R1\r\n");

        assertThat(table.problems()).isEmpty();
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.get("code")).isEqualTo("R1");
            assertThat(row.get("name")).isEqualTo("朱砂");
        });
    }

    @Test
    void lines_are_counted_as_an_editor_does_even_after_empty_and_quoted_ones() {
        var table = read("code,name\n\nR1,\"two\nlines\"\nR2,jade\n");

        assertThat(table.rows()).extracting(CsvTable.Row::line).containsExactly(3, 5);
    }

    @Test
    void every_wrong_column_is_named() {
        var table = read("code,colour,code\n");

        assertThat(table.problems())
                .extracting(CsvProblem::column, problem -> problem.reason().message())
                .containsExactlyInAnyOrder(
                        tuple("colour", "csv.unknownColumn"),
                        tuple("code", "csv.repeatedColumn"),
                        tuple("name", "csv.missingColumn"));
    }

    @Test
    void a_line_with_too_few_cells_is_named_and_the_others_are_read() {
        var table = read("code,name\nR1\nR2,jade\n");

        assertThat(table.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.reason().arguments()).containsExactly(1, 2);
        });
        assertThat(table.rows()).hasSize(1);
    }

    @Test
    void a_file_in_another_encoding_is_refused_instead_of_guessed() {
        var table = CsvTable.read(
                "colours", "code,name\nR1,朱砂\n".getBytes(Charset.forName("GB18030")), List.of("code", "name"));

        assertThat(table.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason().message()).isEqualTo("csv.notUtf8"));
        assertThat(table.rows()).isEmpty();
    }

    @Test
    void broken_quotation_marks_are_a_problem_and_no_exception() {
        assertThat(read("code,name\nR1,\"open\n").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason().message()).isEqualTo("csv.unreadable"));
    }

    @Test
    void an_empty_file_says_so() {
        assertThat(read("").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason().message()).isEqualTo("csv.empty"));
    }

    @Test
    void problems_stand_in_line_order() {
        var table = read("code,name\nR1,\nR2,jade,extra\n");
        table.rows().get(0).required("name", 10);

        assertThat(table.problems()).extracting(CsvProblem::line).containsExactly(2, 3);
    }

    @Test
    void a_cell_that_is_too_long_is_a_problem() {
        var table = read("code,name\nR1,vermilion\n");
        table.rows().get(0).optional("name", 4);

        assertThat(table.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason().message()).isEqualTo("csv.tooLong"));
    }

    @Test
    void asking_for_a_column_that_was_not_expected_is_a_mistake_in_the_program() {
        var row = read("code,name\nR1,jade\n").rows().get(0);

        assertThatIllegalArgumentException().isThrownBy(() -> row.get("colour"));
    }
}
