package io.fayan.speaking;

/** The process {@code authorise-speaking}: its key, the steps that people and tests name, its messages. */
public final class AuthoriseSpeaking {

    public static final String PROCESS = "authorise-speaking";

    public static final String REVIEW_REQUEST = "userTask_reviewRequest";
    public static final String ANSWER_QUESTION = "userTask_answerQuestion";
    public static final String CORRECT_REQUEST = "userTask_correctRequest";
    public static final String REPORT_PUBLICATION = "userTask_reportPublication";
    public static final String EXAMINE_DIFFERENCE = "userTask_examineDifference";

    public static final String QUESTION_ASKED = "speaking.questionAsked";
    public static final String REQUEST_WITHDRAWN = "speaking.requestWithdrawn";
    public static final String GRANT_REVOKED = "speaking.grantRevoked";

    private AuthoriseSpeaking() {}
}
