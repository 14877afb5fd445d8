package io.fayan.platform.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What the engine gets to see is what was checked: known criteria, written anew. */
class PlainRequestTest {

    private static final Criteria ADDRESS = Criteria.NONE.numbers("firstResult").flags("latest");
    private static final Criteria BODY = Criteria.NONE
            .words("processInstanceId")
            .texts("businessKey")
            .times("startedBefore")
            .flags("active", "replace")
            .numbers("maxResults")
            .lists("activityIdIn")
            .sortings("sorting")
            .empty("executionDate");

    @Test
    void a_plain_query_goes_on_in_our_own_writing() throws IOException {
        var sent =
                """
                { "businessKey" : "SR-2026-000001", "active":true,"replace":null, "maxResults": 50,
                  "startedBefore":"2026-11-25T10:00:00.000+0800", "executionDate":null,
                  "activityIdIn":["userTask_review#multiInstanceBody"],
                  "sorting":[{"sortBy":"jobId","sortOrder":"desc"}]}""";
        var plain = request("firstResult=0&%6Catest=tru%65", sent).orElseThrow();
        assertThat(plain.getQueryString()).isEqualTo("firstResult=0&latest=true");
        assertThat(plain.getParameter("latest")).isEqualTo("true");
        assertThat(new String(plain.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"businessKey\":\"SR-2026-000001\",\"active\":true,\"maxResults\":50,"
                        + "\"startedBefore\":\"2026-11-25T10:00:00.000+0800\","
                        + "\"activityIdIn\":[\"userTask_review#multiInstanceBody\"],"
                        + "\"sorting\":[{\"sortBy\":\"jobId\",\"sortOrder\":\"desc\"}]}");
        assertThat(plain.getContentLength()).isEqualTo(plain.getInputStream().readAllBytes().length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orQueries\":[{\"processInstanceId\":\"1\"}]}",
                "{\"orQueries\":[]}",
                "{\"orQueries\":null}",
                "{\"businessKeyExpression\":\"x\"}",
                "{\"variables\":[{\"name\":\"a\",\"operator\":\"eq\",\"value\":1}]}",
                "{\"processVariables\":[]}",
                "{\"processInstanceId\":{\"orQueries\":[]}}",
                "{\"processInstanceId\":[\"1\"]}",
                "{\"processInstanceId\":\"1\",\"processInstanceId\":\"2\"}",
                "{\"processInstance\\u0049d\":\"1\",\"processInstanceId\":\"2\"}",
                "{\"processInstanceId\":\"${1}\"}",
                "{\"businessKey\":\"#{1}\"}",
                "{\"businessKey\":\"\\u0000\"}",
                "{\"startedBefore\":\"${now()}\"}",
                "{\"active\":\"true\"}",
                "{\"maxResults\":-1}",
                "{\"maxResults\":2001}",
                "{\"maxResults\":1.0}",
                "{\"activityIdIn\":[[]]}",
                "{\"activityIdIn\":\"a\"}",
                "{\"sorting\":[{\"sortBy\":\"jobId\",\"sortOrder\":\"asc\",\"parameters\":{}}]}",
                "{\"sorting\":[{\"sortBy\":{}}]}",
                "{\"executionDate\":\"2026-11-25T10:00:00\"}",
                "{} {\"orQueries\":[]}",
                "[]",
                "null",
                "\"\"",
                "",
                "\uFEFF{}",
                "{'active':true}",
                "{/**/}",
                "{\"active\":true,}"
            })
    void anything_else_in_a_body_is_no_query(String body) throws IOException {
        assertThat(request(null, body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orQueries=1",
                "variables=a_eq_1",
                "latest=true&latest=false",
                "latest=true&%6Catest=true",
                "latest",
                "latest=yes",
                "latest=true&",
                "firstResult=-1",
                "firstResult=99999999999",
                "firstResult=%00",
                "=true",
                "%zz=true"
            })
    void nor_in_an_address(String query) throws IOException {
        assertThat(request(query, "{}")).isEmpty();
    }

    @Test
    void a_body_is_plain_json_in_utf_8_and_not_endless() throws IOException {
        assertThat(sent("application/json;charset=UTF-8", "{}".getBytes(StandardCharsets.UTF_8)))
                .isPresent();
        for (var type : new String[] {
            null, "text/plain", "application/x-www-form-urlencoded", "application/json;charset=UTF-16", "json", "*/*"
        }) {
            assertThat(sent(type, "{}".getBytes(StandardCharsets.UTF_8)))
                    .as(type)
                    .isEmpty();
        }
        assertThat(sent("application/json", "{}".getBytes(StandardCharsets.UTF_16LE)))
                .isEmpty();
        assertThat(sent("application/json", new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'}))
                .isEmpty();
        assertThat(sent("application/json", ("{}" + " ".repeat(32 * 1024)).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        var packed = new MockHttpServletRequest("POST", "/");
        packed.setContentType("application/json");
        packed.addHeader("Content-Encoding", "gzip");
        packed.setContent("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(PlainRequest.of(packed, ADDRESS, BODY)).isEmpty();
    }

    @Test
    void of_the_headers_only_what_is_needed_goes_on() throws IOException {
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader("Accept", "application/hal+json");
        request.addHeader("X-HTTP-Method-Override", "DELETE");
        request.addHeader("X-XSRF-TOKEN", "token");
        var plain = PlainRequest.of(request, ADDRESS, null).orElseThrow();
        assertThat(plain.getHeader("accept")).isEqualTo("application/json, text/plain");
        assertThat(plain.getHeader("X-HTTP-Method-Override")).isNull();
        assertThat(plain.getHeaders("X-HTTP-Method-Override").hasMoreElements()).isFalse();
        assertThat(plain.getHeader("X-XSRF-TOKEN")).isEqualTo("token");
    }

    private static Optional<PlainRequest> request(String query, String body) throws IOException {
        var request = new MockHttpServletRequest("POST", "/");
        request.setQueryString(query);
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return PlainRequest.of(request, ADDRESS, BODY);
    }

    private static Optional<PlainRequest> sent(String type, byte[] body) throws IOException {
        var request = new MockHttpServletRequest("POST", "/");
        request.setContentType(type);
        request.setContent(body);
        return PlainRequest.of(request, ADDRESS, BODY);
    }
}
