package io.fayan.demo;

import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.security.DemoAccounts;
import io.fayan.platform.security.DemoAccounts.Offer;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    /** Known to everybody who reads the login page; the demo listens on this machine only. */
    static final String PASSWORD = "speak-with-care";

    @Bean
    @Primary
    MovableClock demoClock() {
        return new MovableClock();
    }

    @Bean
    DemoAccounts demoAccounts() {
        var offers = List.of(
                new Offer("demo.account.employee", "li.wei"),
                new Offer("demo.account.lineManager", "shi.songtao"),
                new Offer("demo.account.communications", "he.kexin"),
                new Offer("demo.account.lead", "su.manqing"),
                new Offer("demo.account.legal", "cheng.shuning"),
                new Offer("demo.account.informationSecurity", "qin.yue"),
                new Offer("demo.account.policyOwner", "luo.jingming"),
                new Offer("demo.account.humanResources", "feng.jingshu"),
                new Offer("demo.account.auditor", "wen.qiyu"),
                new Offer("demo.account.administrator", "liu.cheng"),
                new Offer("demo.account.taiwan", "chen.yiting"),
                new Offer("demo.account.english", "tomas.rivera"));
        return new DemoAccounts() {
            @Override
            public List<Offer> offers() {
                return offers;
            }

            @Override
            public String password() {
                return PASSWORD;
            }
        };
    }
}
