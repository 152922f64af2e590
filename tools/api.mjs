/**
 * Writes the pages of the library's interface with TypeDoc: a page for each module of `lib`, with everything that it exports, its own files
 * only and a policy that says so.
 */
import { fileURLToPath } from "node:url";
import {
  Application,
  ConsoleLogger,
  Converter,
  DefaultTheme,
  JSX,
  LogLevel,
  PageEvent,
  ReflectionKind,
  StructureRouter,
} from "typedoc";
import { policyFor } from "./policy.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Writes the pages into a folder and returns what is wrong with the comments that they are made of, such as a link to nothing: a text for each
 * problem. Types are taken to be right.
 */
export async function writeApi(folder) {
  const app = await Application.bootstrap({
    name: "Accelerando",
    entryPoints: [`${root}lib`],
    entryPointStrategy: "expand",
    exclude: ["**/*.d.ts"],
    basePath: `${root}lib`,
    tsconfig: `${root}lib/tsconfig.json`,
    readme: `${root}lib/README.md`,
    customCss: `${root}tools/api.css`,
    skipErrorChecking: true,
    excludePrivate: true,
    disableSources: true,
    githubPages: false,
    hideGenerator: true,
    includeHierarchySummary: false,
    sort: ["source-order"],
    groupOrder: ["Functions", "Classes", "Variables", "Interfaces", "Type Aliases"],
    validation: { notExported: true, invalidLink: true, rewrittenLink: true, notDocumented: false },
  });
  app.logger = new Problems();
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, nameParameters);
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, linkNames);
  app.renderer.defineRouter("modules", ModuleRouter);
  app.renderer.defineTheme("modules", ModuleTheme);
  app.options.setValue("router", "modules");
  app.options.setValue("theme", "modules");
  app.renderer.hooks.on("sidebar.begin", notebooksLink);
  app.renderer.on(PageEvent.END, (page) => (page.contents = withPolicy(withPlainSummaries(page.contents))));
  const project = await app.convert();
  if (project) {
    app.validate(project);
    await app.generateDocs(project, folder);
  }
  return app.logger.problems;
}

/** Keeps warnings and errors, and says nothing of what goes well. */
class Problems extends ConsoleLogger {
  problems = [];

  log(message, level) {
    if (level >= LogLevel.Warn) this.problems.push(message);
  }
}

/** A parameter that is taken apart where it is declared has no name: it is shown as it is taken apart, `{ steps, momentum }`. */
function nameParameters(context) {
  for (const parameter of context.project.getReflectionsByKind(ReflectionKind.Parameter)) {
    if (parameter.name !== "__namedParameters") continue;
    const { name } = context.getSymbolFromReflection(parameter).valueDeclaration;
    parameter.name = name.getText().replace(/\s+/g, " ");
  }
}

/** A name in backticks that one module alone exports leads there, if no property and no parameter is meant. */
function linkNames({ project }) {
  const exported = new Map();
  for (const { children = [] } of project.children)
    for (const child of children) exported.set(child.name, exported.has(child.name) ? null : child);
  for (const { name } of project.getReflectionsByKind(ReflectionKind.Property)) exported.set(name, null);
  for (const reflection of Object.values(project.reflections)) {
    const { comment, parameters = [] } = reflection;
    comment?.summary.forEach((part, i) => {
      const text = part.text.replaceAll("`", "");
      const target = part.kind === "code" ? exported.get(text) : null;
      const isParameter = parameters.some(({ name }) => name.match(/\w+/g)?.includes(text));
      if (target && target !== reflection && target !== reflection.parent && !isParameter)
        comment.summary[i] = { kind: "inline-tag", tag: "@linkcode", text, target };
    });
  }
}

/** A module is a page; what it exports is on it. */
class ModuleRouter extends StructureRouter {
  getPageKind(target) {
    return target.kindOf(ReflectionKind.Module) ? super.getPageKind(target) : undefined;
  }
}

/** The default theme has pages for members, and lists them on the page of their module: here they are shown there in full. */
class ModuleTheme extends DefaultTheme {
  /** Folders and modules; what a module exports is in the contents of its page. */
  buildNavigation(project) {
    return super.buildNavigation(project).map(withoutMembers);
  }

  getRenderContext(page) {
    const context = super.getRenderContext(page);
    const { header, moduleReflection, memberDeclaration } = context;
    context.header = (event) => (event.model.isProject() ? null : header(event));
    context.moduleReflection = (module) =>
      module.isProject() ? moduleReflection(module) : context.members(module);
    context.memberDeclaration = (member) =>
      member.kindOf(ReflectionKind.ClassOrInterface) ? structure(context, member) : memberDeclaration(member);
    return context;
  }
}

function withoutMembers({ children, ...entry }) {
  return entry.path || !children ? entry : { ...entry, children: children.map(withoutMembers) };
}

/** An interface or a class as the page of its module shows it, before its members. */
function structure(context, member) {
  const parts = [
    context.reflectionPreview(member),
    context.commentSummary(member),
    member.typeParameters && context.typeParameters(member.typeParameters),
    context.hierarchy(member.typeHierarchy),
  ];
  return JSX.createElement(JSX.Fragment, null, ...parts);
}

function notebooksLink(context) {
  const link = JSX.createElement("a", { href: context.relativeURL("../index.html") }, "The notebooks");
  return JSX.createElement("p", { class: "notebooks" }, link);
}

/** The page without links inside of what opens and closes a section, where a keyboard or a screen reader cannot tell them apart. */
function withPlainSummaries(html) {
  return html.replace(/<summary\b.*?<\/summary>/gs, (summary) =>
    summary.replace(/<a [^>]*class="tsd-anchor-icon".*?<\/a>/gs, ""),
  );
}

/** The page with its policy before anything that it rules. The theme has one inline script, which sets light or dark. */
function withPolicy(html) {
  const scripts = Array.from(html.matchAll(/<script>(.*?)<\/script>/gs), ([, text]) => text);
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyFor("api", scripts)}"/>`;
  return html.replace('<meta charset="utf-8"/>', `$&${policy}<link rel="icon" href="data:,"/>`);
}
