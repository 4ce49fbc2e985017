export const runEnv = async (path: string, flags: { json?: boolean }): Promise<void> => {
  void path;
  void flags;
};
