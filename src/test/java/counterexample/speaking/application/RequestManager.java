package counterexample.speaking.application;

import counterexample.speaking.web.RequestsController;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.annotation.Autowired;

public class RequestManager {

    @Autowired
    private RuntimeService runtime;

    public void submit(RequestsController controller, Object request) throws InterruptedException {
        System.out.println(controller);
        Thread.sleep(1);
        runtime.startProcessInstanceByKey(
                "authorise-speaking",
                Variables.createVariables()
                        .putValueTyped("request", Variables.objectValue(request).create()));
    }
}

class MachineTime {
    Object now() {
        return Instant.now();
    }
}

class MachineDay {
    Object today() {
        return LocalDate.now(java.time.ZoneOffset.UTC);
    }
}

class MachineClock {
    Object clock() {
        return Clock.systemUTC();
    }
}

class MachineDate {
    Object date() {
        return new Date();
    }
}

class MachineMillis {
    long millis() {
        return System.currentTimeMillis();
    }
}
