package io.fayan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Fayan: who may speak for the company, and what happens when somebody breaks the rules. */
@SpringBootApplication
@Modulithic(
        systemName = "Fayan",
        sharedModules = {"kernel", "platform"})
public class FayanApplication {

    public static void main(String[] args) {
        SpringApplication.run(FayanApplication.class, args);
    }
}
