-- The lists of the portal: all requests newest first, also by channel; the register's occasions.
create index speaking_request_submitted on speaking_request (submitted_at, number);
create index speaking_request_channel on speaking_request (channel, submitted_at);
create index speaking_review_assignee on speaking_review (assignee);
create index speaking_question_asked_by on speaking_question (asked_by);
