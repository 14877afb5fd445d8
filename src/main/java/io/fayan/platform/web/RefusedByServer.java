package io.fayan.platform.web;

import io.fayan.platform.security.StatusProblems;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Some addresses, {@code /%00} for one, Tomcat refuses before any filter; the page is ours then, too. */
@Component
class RefusedByServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ObjectProvider<Unavailable> pages;

    RefusedByServer(ObjectProvider<Unavailable> pages) {
        this.pages = pages;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ErrorReportValve() {
                    @Override
                    protected void report(Request request, Response response, @Nullable Throwable failure) {
                        var refused = response.getStatus() >= 400 && response.getContentWritten() == 0;
                        if (!refused || !response.setErrorReported()) {
                            return;
                        }
                        try {
                            pages.getObject()
                                    .answer(
                                            request,
                                            response,
                                            HttpStatus.valueOf(StatusProblems.known(response.getStatus())));
                            response.finishResponse();
                        } catch (IOException e) {
                            getContainer().getLogger().debug("The browser went away", e);
                        }
                    }
                }));
    }
}
