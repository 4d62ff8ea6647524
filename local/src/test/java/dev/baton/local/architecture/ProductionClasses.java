package dev.baton.local.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The compiled classes of every module on the class path of these tests, without their tests. */
final class ProductionClasses {
  private ProductionClasses() {}

  static JavaClasses read() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("dev.baton");
  }

  /** The entry points that are deployed: every class of a domain whose name ends in Handler. */
  static List<JavaClass> handlers(JavaClasses production) {
    return production.stream()
        .filter(type -> type.getSimpleName().endsWith("Handler"))
        .filter(ProductionClasses::isOfADomain)
        .toList();
  }

  /** The entry points that are servers of their own. */
  static List<JavaClass> servers(JavaClasses production) {
    return production.stream()
        .filter(type -> type.isAssignableTo("dev.baton.shell.server.ServerFunction"))
        .filter(ProductionClasses::isOfADomain)
        .toList();
  }

  private static boolean isOfADomain(JavaClass type) {
    return type.getPackageName()
        .matches("dev\\.baton\\.(afd|agent|chat|gateway|key|survey|websocket)\\..*");
  }
}
