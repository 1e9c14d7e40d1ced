import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../fingerprint.mjs';
import { withNodeInFront } from '../npm.mjs';
import { runQuietly } from '../processes.mjs';
import { Stamp } from '../stamp.mjs';

const SOURCES = ['src', 'tools/build', 'psmodule/Lync/schemas', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * The engine's bundles and the generated validators.
 * @type {import('../set-up.mjs').Step}
 */
export const engineStep = {
  title: () => 'building the engine',

  isCurrent({ root }) {
    const outputs = [mainOf(root), join(root, 'src', 'generated')];
    return outputs.every((path) => existsSync(path)) && bundleStamp(root).matches(inputs(root));
  },

  async perform({ root, node }) {
    const madeFrom = inputs(root);
    await runQuietly('the build of the engine', node.path, [join(root, 'tools', 'build', 'build-engine.mjs')], {
      cwd: root,
      env: withNodeInFront(process.env, node.path),
    });
    bundleStamp(root).write(madeFrom);
  },
};

/**
 * V8's code cache for the bundles: one per Node, made by the engine itself after it has done a request.
 * @type {import('../set-up.mjs').Step}
 */
export const codeCacheStep = {
  title: ({ node }) => `warming the engine up for Node ${node.version}`,

  isCurrent(context) {
    return cacheStamp(context).matches(inputs(context.root));
  },

  async perform(context) {
    const madeFrom = inputs(context.root);
    const state = join(context.root, '.setup', 'warm-up');
    try {
      await runQuietly("the engine's warm-up", context.node.path, [mainOf(context.root), '--make-code-cache'], {
        cwd: context.root,
        env: { ...withoutOwnVariables(process.env), CSCERT_HOME: state },
      });
    } finally {
      rmSync(state, { recursive: true, force: true });
    }
    cacheStamp(context).write(madeFrom);
  },
};

/**
 * What the user set for the engine is not meant for its warm-up.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function withoutOwnVariables(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(CSCERT|NODE)_/.test(name)));
}

/** @param {string} root */
function mainOf(root) {
  return join(root, 'psmodule', 'Lync', 'engine', 'main.cjs');
}

/** @param {string} root */
function inputs(root) {
  return fingerprint(root, SOURCES);
}

/** @param {string} root */
function bundleStamp(root) {
  return new Stamp(root, 'engine');
}

/** @param {import('../set-up.mjs').Context} context */
function cacheStamp({ root, node }) {
  return new Stamp(root, `engine-cache-${node.version}-${process.arch}`);
}
