package io.fayan.platform.web;

import io.fayan.platform.security.CurrentPerson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: the sections of all modules, each for this person. */
@Controller
class HomeController {

    private final List<HomeSection> sections;

    HomeController(List<HomeSection> sections) {
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(HomeSection::order))
                .toList();
    }

    record Shown(String template, String fragment, Object model) {
        static Shown of(HomeSection section, Object model) {
            var parts = section.fragment().split("::");
            return new Shown(parts[0].strip(), parts[1].strip(), model);
        }
    }

    @GetMapping("/")
    String home(Model model) {
        var person = CurrentPerson.id();
        var shown = new ArrayList<Shown>();
        for (var section : sections) {
            var content = section.model(person);
            if (content != null) {
                shown.add(Shown.of(section, content));
            }
        }
        model.addAttribute("sections", shown);
        return "portal/home";
    }
}
